"""The recipe of a site, what is kept between builds, the builder."""
