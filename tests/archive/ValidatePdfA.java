/* Validates PDFs as PDF/A-3b with veraPDF, which the jar on the class path brings: a line for each file, then one for each rule that it breaks. */
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ValidatePdfA {
  private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFA_3_B;
  private static final int MOST_FAILURES = 50;

  public static void main(String[] paths) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = readProfile();
    for (String path : paths) {
      ValidationResult result = validate(path, profile);
      System.out.printf(
          "%s %s: %d rules, %d checks, %s%n",
          Path.of(path).getFileName(),
          profile.getDetails().getName(),
          profile.getRules().size(),
          result.getTotalAssertions(),
          result.isCompliant() ? "compliant" : "not compliant");
      for (TestAssertion broken : result.getTestAssertions())
        System.out.printf(
            "  %s-%d at %s: %s%n",
            broken.getRuleId().getClause(),
            broken.getRuleId().getTestNumber(),
            broken.getLocation().getContext(),
            broken.getMessage());
    }
  }

  private static ValidationResult validate(String path, ValidationProfile profile) throws Exception {
    try (var parser = Foundries.defaultInstance().createParser(Path.of(path).toFile(), FLAVOUR);
        var validator =
            Foundries.defaultInstance().createValidator(profile, MOST_FAILURES, false, false, false)) {
      return validator.validate(parser);
    }
  }

  /* Of veraPDF's own file; its reader of XML needs a library that the jar leaves out. */
  private static ValidationProfile readProfile() throws Exception {
    Element root;
    try (InputStream file =
        ValidatePdfA.class.getClassLoader().getResourceAsStream("org/verapdf/pdfa/validation/PDFA-3B.xml")) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement();
    }
    var rules = new HashSet<Rule>();
    for (Element rule : all(root, "rule")) rules.add(ruleOf(rule));
    var variables = new HashSet<Variable>();
    for (Element one : all(root, "variable"))
      variables.add(
          Profiles.variableFromValues(
              one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
    var details =
        Profiles.profileDetailsFromValues(
            text(root, "name"), text(root, "description"), "veraPDF Consortium", new Date(0));
    return Profiles.profileFromValues(FLAVOUR, details, "", rules, variables);
  }

  private static Rule ruleOf(Element rule) {
    Element id = all(rule, "id").get(0);
    RuleId ruleId =
        Profiles.ruleIdFromValues(
            FLAVOUR.getPart(), id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
    var arguments = new ArrayList<ErrorArgument>();
    for (Element one : all(rule, "argument"))
      arguments.add(org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl.fromValues(one.getTextContent(), null, null));
    return Profiles.ruleFromValues(
        ruleId,
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(rule, "message"), arguments),
        List.of());
  }

  private static List<Element> all(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int at = 0; at < found.getLength(); at += 1) elements.add((Element) found.item(at));
    return elements;
  }

  private static String text(Element within, String name) {
    return all(within, name).get(0).getTextContent();
  }
}
