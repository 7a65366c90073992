namespace Saas.Modules.Requests;

internal static class RequestsPermissions
{
    public const string Read = "requests.read";

    public const string Export = "requests.export";

    public const string Process = "requests.process";

    public const string Settle = "requests.settle";
}
