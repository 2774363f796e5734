"""From proposals to drafts: what is stored of a document, and what people decide about it."""
