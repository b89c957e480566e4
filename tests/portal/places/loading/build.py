"""Tiny files in the real layouts. Headers are the published ones; the rows are invented."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

ONSPD_2023 = (
    "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,"
    "osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,"
    "npark,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,sicbl,bua11,buasd11,ru11ind,oac11,"
    "lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,lsoa21,msoa21"
)
ONSPD_2025 = (
    "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,ced25cd,lad25cd,"
    "wd25cd,nhser24cd,ctry25cd,rgn25cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,lsoa21cd,msoa21cd,"
    "wz11cd,sicbl24cd,bua24cd,ruc21ind,oac11ind,lat,long,lep21cd1,lep21cd2,pfa23cd,imd20ind,icb23cd"
)
NSPL_2021 = (
    "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa11,cty,ced,laua,ward,hlthau,"
    "nhser,ctry,rgn,pcon,eer,teclec,ttwa,pct,itl,park,lsoa11,msoa11,wz11,ccg,bua11,buasd11,ru11ind,"
    "oac11,lat,long,lep1,lep2,pfa,imd,calncv,stp"
)
NSPL_2026 = (
    "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty26cd,ced25cd,"
    "lad26cd,wd26cd,nhser24cd,ctry26cd,rgn26cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,lsoa21cd,"
    "msoa21cd,wz11cd,sicbl26cd,bua24cd,ruc21ind,oac21ind,lat,long,lep21cd1,lep21cd2,pfa23cd,"
    "imd25ind,icb26cd"
)
HEADERS = {
    "onspd-2023": ONSPD_2023,
    "onspd-2025": ONSPD_2025,
    "nspl-2021": NSPL_2021,
    "nspl-2026": NSPL_2026,
}
# What each header calls the same thing.
COLUMNS = {
    "onspd-2023": ("osward", "oslaua", "oscty", "ctry", "icb", "sicbl"),
    "onspd-2025": ("wd25cd", "lad25cd", "cty25cd", "ctry25cd", "icb23cd", "sicbl24cd"),
    "nspl-2021": ("ward", "laua", "cty", "ctry", "stp", "ccg"),
    "nspl-2026": ("wd26cd", "lad26cd", "cty26cd", "ctry26cd", "icb26cd", "sicbl26cd"),
}
WARD, EAST, WEST, COUNTY = "E05000001", "E07000001", "E07000002", "E10000001"
ENGLAND, ICB, PART_OF_ICB, NONE = "E92000001", "E54000001", "E38000001", "E99999999"


def ons_row(
    postcode: str = "WY3 1AB",
    *,
    header: str = "onspd-2025",
    council: str = EAST,
    lat: object = 54.0,
    long: object = 1.5,
    doterm: str = "",
) -> str:
    """One line of ONSPD or NSPL, quoted as ONS does."""
    codes = dict(
        zip(COLUMNS[header], (WARD, council, COUNTY, ENGLAND, ICB, PART_OF_ICB), strict=True)
    )
    cells = {"pcds": postcode, "doterm": doterm, "lat": lat, "long": long, **codes}
    return line([cells.get(name, NONE) for name in HEADERS[header].split(",")])


def ons(*lines: str, header: str = "onspd-2025") -> str:
    return "\n".join([HEADERS[header], *(lines or [ons_row(header=header)]), ""])


def code_point_row(
    postcode: str = "SO160AS", pqi: object = 10, east: object = 437292, north: object = 115542
) -> str:
    return line([postcode, pqi, east, north, ENGLAND, "E19", "E18", COUNTY, EAST, WARD])


def name_row(
    name: str, east: float, north: float, kind: str = "populatedPlace", local: str = "Village"
) -> str:
    """One line of OS Open Names."""
    return line(["osgb1", "http://x", name, "", "", "", kind, local, east, north, *[""] * 24])


def line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="").writerow(cells)
    return out.getvalue()


def save(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def packed(path: Path, members: dict[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path
