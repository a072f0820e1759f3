# Words of the social map.

