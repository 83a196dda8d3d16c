"""What a person starts from: the skeleton of a community and of a plan, a site of its own, a draft put in its place.

Everything here takes and returns text; the commands read and write.
"""
