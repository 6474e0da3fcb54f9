"""What people see: the network page and the report, each one file that works offline."""

__all__ = ["MANY"]

MANY = 3000
"""Above so many entities the drawing of the network is slow, and says little."""
