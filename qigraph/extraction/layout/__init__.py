"""Layout: cuts a document into headings, paragraphs, items and cells, each with its way back to the source."""
