"""Sources that are tables: a recipe of ``loaders/tables/`` says which column is which role of which relation."""
