namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishLayoutTexts : LayoutTexts
{
    public override string Portal => "PAR Index";

    public override string Skip => "Skip to the content";

    public override string Sections => "Parts of this site";

    public override string Menu => "Menu";

    public override string Rankings => "Rankings";

    public override string Units => "Units";

    public override string Criteria => "Criteria";

    public override string Releases => "Releases";

    public override string Province => "Province";

    public override string Data => "Data";

    public override string Method => "Method";

    public override string About => "About";

    public override string AboutPortal => "About this site";

    public override string Accessibility => "Accessibility statement";

    public override string Guides => "Guides";

    public override string SignIn => "Staff sign-in";

    public override string Source => "Source:";

    public override string Description(string portal) => $"{portal}: how public agencies were assessed, rated and ranked on administrative reform, with data to download.";

    public override string GoverningBody => "Governing body";

    public override string ContentOwner => "Responsible for the content";

    public override string Contact => "Contact";

    public override string Phone => "Telephone:";

    public override string Email => "E-mail:";

    public override string SearchLabel => "Find an agency, a criterion or a decision";

    public override string Search => "Search";

    public override string SearchHint => $"With or without accents, or an acronym: {PublicTexts.Quoted("so y te, KHĐT, UBND huyện")}; former names, merged agencies and numbers of decisions too.";

    public override string CsvForExcel => "CSV for Excel";
}
