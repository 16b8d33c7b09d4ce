"""What leaves the page of an indicator: images, the document to print, the code to embed, the citation."""
