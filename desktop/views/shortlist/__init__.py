"""The "Merkliste": what one client shall take home, gathered from all tabs and never stored."""
