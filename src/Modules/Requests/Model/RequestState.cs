namespace Saas.Modules.Requests.Model;

/// <summary>Where a request stands. Stored by name.</summary>
internal enum RequestState
{
    Received,

    /// <summary>Some answers are awaited from the resident.</summary>
    ToComplete,
    InProgress,
    Closed,
}

/// <summary>How a request ended. Stored by name.</summary>
internal enum RequestOutcome
{
    Accepted,
    Refused,
    NoFurtherAction,
}

/// <summary>States and outcomes in the words of the screen.</summary>
internal static class RequestTitles
{
    public static string Title(this RequestState state) => state switch
    {
        RequestState.Received => "Reçue",
        RequestState.ToComplete => "À compléter",
        RequestState.InProgress => "En cours",
        RequestState.Closed => "Close",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Title(this RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Accepted => "Acceptée",
        RequestOutcome.Refused => "Refusée",
        RequestOutcome.NoFurtherAction => "Sans suite",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
