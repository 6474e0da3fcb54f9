"""Sources that are RDF: a mapping of ``loaders/rdf/`` says which term is which relation."""
