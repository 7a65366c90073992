namespace Saas.Shell.Modules;

/// <summary>The one public type of a module: its name, and everything it brings to the shell.</summary>
public abstract class SaasModule
{
    /// <summary>Lower case, English: the schema of its tables and the name of its settings.</summary>
    public abstract string Name { get; }

    /// <summary>As people of the town hall say it.</summary>
    public abstract string Title { get; }

    /// <summary>Can be switched off in a commune: its pages do not exist there, and it answers the others as if it were not plugged in.</summary>
    public virtual bool IsOptional => false;

    public abstract void Describe(ModuleBuilder module);
}
