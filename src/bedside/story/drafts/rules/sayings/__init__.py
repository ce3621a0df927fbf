"""The phrases by which a tone is known, a module for each; found as whole words, whatever their capitals."""
