"""What a network makes of images: kept at every validation, and told when somebody asks."""
