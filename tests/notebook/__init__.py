"""What notebooks show: the frame with the player, the picture, the words."""
