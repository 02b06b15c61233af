"""Reads many texts as others would read them, and gives the strings in each: JSON in, JSON out."""

import configparser
import json
import sys
import xml.etree.ElementTree

import yaml


def strings_of_xml(text):
    found = []
    for element in xml.etree.ElementTree.fromstring(text.encode("utf-8")).iter():
        found += [element.text or "", *element.attrib.values()]
    return found


def strings_of_yaml(text):
    found = []

    def visit(value):
        if isinstance(value, dict):
            for key, held in value.items():
                visit(key)
                visit(held)
        elif isinstance(value, list):
            for held in value:
                visit(held)
        else:
            found.append(str(value))

    visit(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    return found


def settings_of_unit(text):
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#", ";"))
    parser.optionxform = str
    parser.read_string(text)
    return [f"{section}.{key}={value}" for section in parser.sections() for key, value in parser[section].items()]


readers = {"xml": strings_of_xml, "yaml": strings_of_yaml, "unit": settings_of_unit}


def read(one):
    try:
        return {"strings": readers[one["kind"]](one["text"])}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


json.dump([read(one) for one in json.load(sys.stdin)], sys.stdout)
