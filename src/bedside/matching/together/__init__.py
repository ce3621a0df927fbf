"""Those who move together, couples and applicants with supplemental lists: let in one after another, and explained."""
