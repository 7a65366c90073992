using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>Which columns of the list somebody looks at. Who never chose sees all of them.</summary>
internal sealed class ListColumns(Guid id) : ITenantOwned
{
    /// <summary>Of the account.</summary>
    public Guid Id { get; private init; } = id;

    public Guid TenantId { get; private set; }

    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];

    public void Choose(IReadOnlyList<ListColumn> columns) => Columns = columns;
}

/// <summary>A column beside the reference, which is always there. Stored by name.</summary>
internal enum ListColumn
{
    Procedure,
    Sender,
    Received,
    DueDate,
    State,
    Labels,
    Assignee,
}

/// <summary>Columns in the words of the screen.</summary>
internal static class ColumnTitles
{
    public static string Title(this ListColumn column) => column switch
    {
        ListColumn.Procedure => "Démarche",
        ListColumn.Sender => "Demandeur",
        ListColumn.Received => "Reçue",
        ListColumn.DueDate => "Échéance",
        ListColumn.State => "État",
        ListColumn.Labels => "Étiquettes",
        ListColumn.Assignee => "Suivie par",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}
