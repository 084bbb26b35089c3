"""The tabs, one folder each; a tab is opened by its `build` and knows no other tab."""
