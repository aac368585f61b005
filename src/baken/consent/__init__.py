"""What a victim agreed to, what is given from a case to others, and handing a case over to another municipality."""
