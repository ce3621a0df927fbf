"""Tables of any file as sheets of text: what is separated, what a workbook shows, what a web page holds."""
