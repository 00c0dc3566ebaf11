"""Live plots. Nothing is imported here: pyqtgraph is loaded when the first plot is built."""
