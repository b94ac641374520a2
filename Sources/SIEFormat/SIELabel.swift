// Labels of the SIE format that reader and writer share.
