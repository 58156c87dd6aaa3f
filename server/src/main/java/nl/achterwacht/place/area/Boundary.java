package nl.achterwacht.place.area;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/** A neighbourhood with its shape in degrees, longitude first; null when the source has none. */
record Boundary(Neighbourhood neighbourhood, @Nullable MultiPolygon shape) {}
