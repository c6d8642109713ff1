/** Writes a workbook in BIFF8 with Apache POI: S sheet, T and N row column value, M a merged area, one a line from standard input. */
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

public final class WriteByPoi {
  public static void main(String[] args) throws Exception {
    try (HSSFWorkbook book = new HSSFWorkbook(); OutputStream out = new FileOutputStream(args[0])) {
      Sheet sheet = null;
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] part = line.split("\t", -1);
        if (part[0].equals("S")) sheet = book.createSheet(part[1]);
        else if (part[0].equals("M")) sheet.addMergedRegion(new CellRangeAddress(at(part[1]), at(part[2]), at(part[3]), at(part[4])));
        else {
          Row row = sheet.getRow(at(part[1])) == null ? sheet.createRow(at(part[1])) : sheet.getRow(at(part[1]));
          Cell cell = row.createCell(at(part[2]));
          if (part[0].equals("N")) cell.setCellValue(Double.parseDouble(part[3]));
          else cell.setCellValue(part[3]);
        }
      }
      book.write(out);
    }
  }

  private static int at(String text) {
    return Integer.parseInt(text);
  }
}
