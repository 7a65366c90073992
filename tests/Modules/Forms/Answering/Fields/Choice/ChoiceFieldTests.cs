using Saas.Modules.Forms.Answering.Fields;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Choice;

public sealed class ChoiceFieldTests
{
    [Fact]
    public void Only_what_is_proposed_can_be_answered()
    {
        var field = new ChoiceField();

        Assert.Null(field.Refuse(Given.Fits, "Soir", Given.Today));
        Assert.NotNull(field.Refuse(Given.Fits, "Minuit", Given.Today));
    }
}
