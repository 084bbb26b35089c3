"""x"""
from desktop.exchange.columns.names import key_of
def propose(header):
    return tuple(key_of(h) for h in header)
