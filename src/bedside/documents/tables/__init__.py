"""Tables for a spreadsheet: CSV and XLSX, in which no cell can start a formula."""
