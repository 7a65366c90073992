namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>A question answered in one text control: what is particular to the control.</summary>
/// <param name="InputMode">Which keyboard a phone shows.</param>
/// <param name="AutoComplete">Token of the HTML standard, so that a browser offers what it knows.</param>
internal sealed record TextControl(QuestionSheet Sheet, string Type = "text", string? InputMode = null, string? AutoComplete = "off")
{
    public string Hint { get; init; } = "";

    /// <summary>After the control, « € ».</summary>
    public string Unit { get; init; } = "";

    /// <summary>Address that answers with lines to choose from; any other answer is taken too.</summary>
    public string? Proposals { get; init; }

    public bool IsShort { get; init; }

    /// <summary>Neither capitals nor spelling are the keyboard's business.</summary>
    public bool IsCode { get; init; }
}

/// <summary>A question answered by ticking lines.</summary>
internal sealed record TickControl(QuestionSheet Sheet, string Type, IReadOnlyList<string> Options)
{
    public IReadOnlyList<string> Ticked { get; init; } = [];

    public string Hint { get; init; } = "";
}

/// <summary>One setting of a kind, on the page of staff.</summary>
internal sealed record SettingControl(string Name, string Value, string Label)
{
    public string Hint { get; init; } = "";

    public string Control => $"Input.Settings[{Name}]";

    public string ControlId => $"Input_Settings_{Name}_";
}
