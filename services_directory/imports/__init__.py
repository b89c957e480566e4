"""Reading the lists of others, comparing them with ours, and applying what people accept."""
