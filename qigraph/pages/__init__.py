"""What people see: the network page and the report, each one file that works offline."""
