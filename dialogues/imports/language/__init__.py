"""What words say: sentences, names, people, numbers, and who says something."""
