"""Structure: what lists, tables, labels and sections state by where things stand."""
