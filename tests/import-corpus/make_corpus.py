"""
Makes the workbooks by which an import is measured, and beside each what is true of it (docs/import-accuracy.md):

    python3 make_corpus.py FOLDER [PART OF A NAME] [SEED]

A seed makes another corpus. A workbook whose truth is as before stays as it is; remove it to have it made anew.

Needs Debian's libreoffice, python3-openpyxl, python3-xlwt, python3-xlsxwriter, python3-pandas, python3-odf, a JDK with libapache-poi-java.
"""
import sys

import book
import listed
import offices
import systems

book.make_all(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
