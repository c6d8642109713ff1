/** Files as Java programs write them: workbooks by POI, with an embedded document beside them, and reports by iText and FOP. Prints name, expected, tool and habit of each. */
import com.lowagie.text.Document;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

public final class MakeOfficeFiles {
  private static String out;
  private static List<String> lines;
  private static final PrintStream SAY = new PrintStream(System.out, true);

  public static void main(String[] args) throws Exception {
    out = args[0];
    lines = Files.readAllLines(Paths.get(args[1]));
    try (Workbook book = new HSSFWorkbook()) {
      fill(book.createSheet("导出"), "合同编号", 12, 22);
      save(book, told("系统名单.xls", "people", "Apache POI", "HSSF，合同编号在前"));
    }
    embedded();
    pdf(told("竣工报表.pdf", "people", "iText", "嵌入字体，Identity-H"), "编号", 32, 44);
    pdf(told("水表报表.pdf", "nobody", "iText", "嵌入字体，水表编号"), null, 60, 80);
    fop(told("FOP报表.pdf", "people", "Apache FOP", "XSL-FO 报表，没有汉字"));
  }

  private static String told(String name, String expected, String tool, String habit) {
    SAY.println(name + "\t" + expected + "\t" + tool + "\t" + habit);
    return out + "/" + name;
  }

  private static void fill(Sheet sheet, String first, int from, int to) {
    Row head = sheet.createRow(0);
    head.createCell(0).setCellValue(first);
    head.createCell(1).setCellValue("业主");
    head.createCell(2).setCellValue("手机号");
    for (int at = from; at < to; at += 1) {
      String[] person = lines.get(at).split("\t");
      Row row = sheet.createRow(at - from + 1);
      row.createCell(0).setCellValue(at);
      row.createCell(1).setCellValue(person[0]);
      row.createCell(2).setCellValue(person[1]);
    }
  }

  private static void save(Workbook book, String path) throws Exception {
    try (OutputStream file = new FileOutputStream(path)) {
      book.write(file);
    }
  }

  /** A storage of a Word document within the workbook, before its own stream in the directory. */
  private static void embedded() throws Exception {
    File plain = File.createTempFile("plain", ".xls");
    try (Workbook book = new HSSFWorkbook()) {
      fill(book.createSheet("名单"), "编号", 22, 32);
      save(book, plain.getPath());
    }
    String path = told("带对象.xls", "people", "Apache POI", "嵌入了一个 Word 对象");
    Files.copy(plain.toPath(), Paths.get(path), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (POIFSFileSystem files = new POIFSFileSystem(new File(path), false)) {
      DirectoryEntry object = files.getRoot().createDirectory("MBD0001A2B3");
      byte[] word = new byte[5000];
      word[0] = (byte) 0xec;
      word[1] = (byte) 0xa5;
      object.createDocument("WordDocument", new ByteArrayInputStream(word));
      object.createDocument("1Table", new ByteArrayInputStream(new byte[64]));
      files.writeFilesystem();
    }
  }

  private static void pdf(String path, String first, int from, int to) throws Exception {
    Font font = new Font(BaseFont.createFont(System.getProperty("face"), BaseFont.IDENTITY_H, BaseFont.EMBEDDED), 10);
    Document document = new Document();
    PdfWriter.getInstance(document, new FileOutputStream(path));
    document.open();
    PdfPTable table = new PdfPTable(first == null ? 2 : 3);
    for (String head : first == null ? new String[] {"水表编号", "读数"} : new String[] {first, "业主", "电话"}) table.addCell(new Phrase(head, font));
    for (int at = from; at < to; at += 1) {
      String[] person = lines.get(at).split("\t");
      if (first != null) table.addCell(new Phrase(String.valueOf(at), font));
      table.addCell(new Phrase(first == null ? person[1] : person[0], font));
      table.addCell(new Phrase(first == null ? "12" : person[1], font));
    }
    document.add(table);
    document.close();
  }

  private static void fop(String path) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int at = 44; at < 54; at += 1) {
      String[] person = lines.get(at).split("\t");
      rows.append("<fo:table-row>");
      for (String cell : new String[] {String.valueOf(at), "owner", person[1]}) rows.append("<fo:table-cell><fo:block>").append(cell).append("</fo:block></fo:table-cell>");
      rows.append("</fo:table-row>");
    }
    String source = "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set><fo:simple-page-master master-name='a'><fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
        + "<fo:page-sequence master-reference='a'><fo:flow flow-name='xsl-region-body'><fo:table table-layout='fixed' width='100%'><fo:table-body>" + rows + "</fo:table-body></fo:table></fo:flow></fo:page-sequence></fo:root>";
    org.apache.fop.apps.FopFactory factory = org.apache.fop.apps.FopFactory.newInstance(new File(".").toURI());
    try (OutputStream file = new FileOutputStream(path)) {
      org.apache.fop.apps.Fop fop = factory.newFop("application/pdf", file);
      javax.xml.transform.TransformerFactory.newInstance().newTransformer().transform(
          new javax.xml.transform.stream.StreamSource(new java.io.StringReader(source)),
          new javax.xml.transform.sax.SAXResult(fop.getDefaultHandler()));
    }
  }
}
