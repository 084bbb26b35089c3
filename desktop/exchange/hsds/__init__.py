"""Open Referral's Human Services Data Specification, version 3: organisations with locations, services and contacts."""
