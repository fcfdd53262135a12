"""How far do people live from the nearest clinic, and in which district is it worst?

Run it with ``python access.py``. It reads three small GeoJSON files in ``data/``, prints every
number of the README and writes ``results/villages.csv``, ``results/districts.csv`` and
``results/map.png``.
"""

from pathlib import Path

import geopandas as gpd
import matplotlib
import pandas as pd
from pyproj import Geod
from shapely.geometry import LineString

matplotlib.use("Agg")  # draw into files; no display is needed

import matplotlib.pyplot as plt

LONGITUDE_LATITUDE = "EPSG:4326"  # WGS 84 in degrees: how GeoJSON stores positions
UTM_33_NORTH = "EPSG:32633"  # metres; made for 12 to 18 degrees east, where the region lies
FAR_KM = 8.0

PROJECT = Path(__file__).resolve().parent
DATA = PROJECT / "data"
RESULTS = PROJECT / "results"


def read_layer(name):
    """Read one GeoJSON layer and project it to metres: degrees are no unit of distance."""
    return gpd.read_file(DATA / f"{name}.geojson").to_crs(UTM_33_NORTH)


def nearest_clinics(villages, clinics):
    """Give each village its nearest clinic and the straight-line distance in km."""
    villages = villages.sort_values("name").reset_index(drop=True)
    # One row a village, one column a clinic, in metres.
    distances = pd.DataFrame(
        {clinic.name: villages.distance(clinic.geometry) for clinic in clinics.itertuples()}
    )
    villages["clinic"] = distances.idxmin(axis=1)
    villages["distance_km"] = distances.min(axis=1) / 1_000
    return villages


def summarise_districts(districts, villages):
    """Area in square km, people, people far from a clinic, and mean distance for each district.

    The mean distance is weighted by population, so it is what one inhabitant can expect.
    """
    borders = districts[["name", "geometry"]].rename(columns={"name": "district"})
    located = gpd.sjoin(villages, borders, predicate="within")
    rows = []
    for district in districts.sort_values("name").itertuples():
        inside = located[located["district"] == district.name]
        people = inside["population"].sum()
        rows.append(
            {
                "district": district.name,
                "area_km2": round(district.geometry.area / 1e6, 1),
                "people": int(people),
                "people_far": int(inside.loc[inside["distance_km"] > FAR_KM, "population"].sum()),
                "mean_km": round((inside["distance_km"] * inside["population"]).sum() / people, 1),
            }
        )
    return pd.DataFrame(rows)


def projection_error(villages, clinics):
    """Largest relative difference between the distances on the plane and on the WGS 84 ellipsoid."""
    ellipsoid = Geod(ellps="WGS84")
    places = clinics.to_crs(LONGITUDE_LATITUDE).set_index("name").geometry
    worst = 0.0
    for village in villages.to_crs(LONGITUDE_LATITUDE).itertuples():
        line = LineString([village.geometry, places[village.clinic]])
        true_km = ellipsoid.geometry_length(line) / 1_000
        worst = max(worst, abs(village.distance_km - true_km) / true_km)
    return worst


def draw_map(districts, villages, clinics, path):
    """Draw districts, clinics, and villages coloured by their distance."""
    figure, axes = plt.subplots(figsize=(7, 6))
    districts.plot(ax=axes, facecolor="whitesmoke", edgecolor="grey")
    villages.plot(
        ax=axes,
        column="distance_km",
        cmap="viridis",
        markersize=50,
        legend=True,
        legend_kwds={"label": "distance to the nearest clinic (km)"},
    )
    clinics.plot(ax=axes, marker="P", color="crimson", markersize=90)
    for clinic in clinics.itertuples():
        position = (clinic.geometry.x, clinic.geometry.y)
        axes.annotate(clinic.name, position, xytext=(6, 6), textcoords="offset points", fontsize=8)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda metres, _: f"{metres / 1_000:g}")
    axes.set_xlabel("east (km, UTM zone 33N)")
    axes.set_ylabel("north (km)")
    figure.tight_layout()
    figure.savefig(path, dpi=150)
    plt.close(figure)


def main():
    RESULTS.mkdir(exist_ok=True)
    districts, clinics = read_layer("districts"), read_layer("clinics")
    villages = nearest_clinics(read_layer("villages"), clinics)
    summary = summarise_districts(districts, villages)

    print(summary.to_string(index=False))
    farthest = villages.loc[villages["distance_km"].idxmax()]
    far = villages.loc[villages["distance_km"] > FAR_KM, "population"].sum()
    share = 100 * far / villages["population"].sum()
    where = f"{farthest['name']}, {farthest['distance_km']:.1f} km from {farthest['clinic']}"
    print(f"\nfarthest village: {where}")
    print(f"people more than {FAR_KM:g} km from a clinic: {far} ({share:.0f} %)")
    print(f"largest error of the projection: {100 * projection_error(villages, clinics):.3f} %")

    villages.drop(columns="geometry").round(2).to_csv(RESULTS / "villages.csv", index=False)
    summary.to_csv(RESULTS / "districts.csv", index=False)
    draw_map(districts, villages, clinics, RESULTS / "map.png")
    print(f"\nwritten to {RESULTS.name}/: villages.csv, districts.csv, map.png")


if __name__ == "__main__":
    main()
