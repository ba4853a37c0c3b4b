package dev.assay.core.workflow.needs;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.definition.NodeDefinitions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeedsReaderTest {

    private static final NodeDefinitions OURS = NodeDefinitions.core().or(NodeDefinitions.packs());

    private static Json json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (MalformedJsonException e) {
            throw new AssertionError(text, e);
        }
    }

    private static WorkflowNeeds canvas(NodeDefinitions definitions, String nodes, String more) {
        var canvas = json("{'nodes':[" + nodes + "],'links':[]" + more + "}");
        return ((NeedsReader.Result.Read) new NeedsReader(definitions).read(Optional.empty(), Optional.of(canvas)))
                .needs();
    }

    private static List<String> models(String nodes) {
        return models(canvas(OURS, nodes, ""));
    }

    private static List<String> models(WorkflowNeeds needs) {
        return needs.models().stream()
                .map(need ->
                        (need.active() ? "" : "off ") + need.folder() + '/' + need.name() + (need.guessed() ? "?" : ""))
                .toList();
    }

    private static String node(String type, String values) {
        return "{'id':1,'type':'" + type + "','mode':0,'widgets_values':" + values + "}";
    }

    private static List<String> fed(String inputs) {
        var canvas = json("{'nodes':[{'id':1,'type':'Odd Saver','mode':0,'inputs':[" + inputs
                + "],'widgets_values':['%date','old.safetensors','old_vae.ckpt',1]},"
                + "{'id':2,'type':'Odd Chooser','mode':0,'outputs':[{'name':'a','type':'COMBO','links':[7]},"
                + "{'name':'b','type':'COMBO','links':[8]}],'widgets_values':['new.safetensors']}],"
                + "'links':[[7,2,0,1,0,'COMBO'],[8,2,1,1,1,'COMBO']]}");
        return models(
                ((NeedsReader.Result.Read) new NeedsReader(OURS).read(Optional.empty(), Optional.of(canvas))).needs());
    }

    @Test
    void leavesOutWhatLinksReplaceAlsoWhereNobodyKnowsTheClass() {
        var model = "{'name':'model_name','type':'COMBO','link':7,'widget':{'name':'model_name'}}";
        var vae = "{'name':'vae_name','type':'COMBO','link':8,'widget':{'name':'vae_name'}}";
        assertThat(fed(model + "," + vae)).containsExactly("/new.safetensors?");
        // Which of the two the one link replaces nobody can tell: neither is lost.
        assertThat(fed(model)).containsExactly("/old.safetensors?", "/old_vae.ckpt?", "/new.safetensors?");
        assertThat(fed("{'name':'steps','type':'INT','link':7,'widget':{'name':'steps'}}"))
                .contains("/old.safetensors?", "/old_vae.ckpt?");
    }

    /** The front end gives them one when it opens the file. */
    @Test
    void losesNoNodeThatHasNoNumber() {
        assertThat(models("{'type':'VAELoader','mode':0,'widgets_values':['a.safetensors']},"
                        + "{'type':'VAELoader','mode':4,'widgets_values':['b.safetensors']},"
                        + node("VAELoader", "['c.safetensors']")))
                .containsExactly("vae/a.safetensors", "off vae/b.safetensors", "vae/c.safetensors");
    }

    private static List<String> notedUrls(String note) {
        return canvas(
                        OURS,
                        "{'id':1,'type':'VAELoader','mode':0,'widgets_values':['a.safetensors']},"
                                + "{'id':2,'type':'VAELoader','mode':0,'widgets_values':['b.safetensors']},"
                                + "{'id':3,'type':'MarkdownNote','mode':0,'widgets_values':['" + note + "']}",
                        "")
                .models()
                .stream()
                .map(need -> need.name() + " " + need.noted().map(Noted::url).orElse("-"))
                .toList();
    }

    @Test
    void takesTheOnlyLinkInTheLineOfANoteForTheOnlyFileInIt() {
        var link = "https://civitai.com/models/1?modelVersionId=2";
        assertThat(notedUrls("VAE: a.safetensors - " + link + "\\nand another"))
                .containsExactly("a.safetensors " + link, "b.safetensors -");
        assertThat(notedUrls("- [Download](" + link + ") `vae/a.safetensors`"))
                .containsExactly("a.safetensors " + link, "b.safetensors -");
        assertThat(notedUrls("a.safetensors, b.safetensors: " + link))
                .containsExactly("a.safetensors -", "b.safetensors -");
        assertThat(notedUrls("a.safetensors\\n" + link)).containsExactly("a.safetensors -", "b.safetensors -");
        assertThat(notedUrls("a.safetensors " + link + " https://example.com/x"))
                .containsExactly("a.safetensors -", "b.safetensors -");
    }

    @Test
    void losesNoNodeWhoseNumberAnotherOneHas() {
        assertThat(models(node("VAELoader", "['a.safetensors']") + "," + node("VAELoader", "['b.safetensors']")))
                .containsExactlyInAnyOrder("vae/a.safetensors", "vae/b.safetensors");
    }

    @Test
    void countsOnlyAsManyLorasOfAStackAsItUses() {
        var stack = "'simple',%s,'a.safetensors',1,1,1,'b.safetensors',1,1,1,'c.safetensors',1,1,1]";
        assertThat(models(node("easy loraStack", "[true," + stack.formatted(2))))
                .containsExactly("loras/a.safetensors", "loras/b.safetensors");
        assertThat(models(node("easy loraStack", "[false," + stack.formatted(2))))
                .isEmpty();
        assertThat(models(node("LoRA Stacker", "[" + stack.formatted(1)))).containsExactly("loras/a.safetensors");
        var switched = "['On','a.safetensors',1,1,'Off','b.safetensors',1,1,'On','c.safetensors',1,1]";
        assertThat(models(node("CR LoRA Stack", switched)))
                .containsExactly("loras/a.safetensors", "loras/c.safetensors");
    }

    @Test
    void readsTheListsOfCommonPacks() {
        assertThat(models(node(
                        "Power Lora Loader (rgthree)",
                        "[{},{'type':'PowerLoraLoaderHeaderWidget'},{'on':true,'lora':'a.safetensors','strength':1},"
                                + "{'on':false,'lora':'b.safetensors','strength':1},{},'']")))
                .containsExactly("loras/a.safetensors");
        assertThat(models(node(
                        "Lora Loader (LoraManager)",
                        "['<lora:a:1> <lora:b:1>',[{'name':'a','strength':1,'active':true},"
                                + "{'name':'b','strength':1,'active':false}]]")))
                .containsExactly("loras/a");
        assertThat(models(node("Lora Loader (LoraManager)", "['<lora:a:1> <lora:b:1>']")))
                .containsExactly("loras/a", "loras/b");
        assertThat(models(node("LoraLoader|pysssss", "[{'content':'x/a.safetensors','image':null},1,1]")))
                .containsExactly("loras/x/a.safetensors");
        assertThat(models(node("Lora Loader Stack (rgthree)", "['a.safetensors',1,'None',1,'None',1,'None',1]")))
                .containsExactly("loras/a.safetensors");
    }

    @Test
    void findsEmbeddingsAndTagsInPrompts() {
        assertThat(models(node("CLIPTextEncode", "['(embedding:easynegative:1.2), bad <lora:hills:0.5>']")))
                .containsExactlyInAnyOrder("embeddings/easynegative", "loras/hills");
        assertThat(models(node("ImpactWildcardEncode", "['<lora:a:1>','<lora:b:1>','fixed','','',1]")))
                .containsExactly("loras/b");
        assertThat(models(node("ShowText|pysssss", "['<lora:a:1> embedding:b c.safetensors']")))
                .isEmpty();
    }

    @Test
    void tellsWhatIsMutedOrBypassed() {
        var loader = "'type':'LoraLoaderModelOnly','widgets_values':['a.safetensors',1]";
        assertThat(models("{'id':1,'mode':2," + loader + "}")).containsExactly("off loras/a.safetensors");
        assertThat(models("{'id':1,'mode':4," + loader + "}")).containsExactly("off loras/a.safetensors");
        assertThat(models("{'id':1,'mode':4," + loader + "},{'id':2,'mode':0," + loader + "}"))
                .containsExactly("loras/a.safetensors");
    }

    @Test
    void looksIntoSubgraphsWithTheValuesOfTheirInstances() {
        var id = "11111111-2222-3333-4444-555555555555";
        var inner = ",'definitions':{'subgraphs':[{'id':'" + id + "','nodes':["
                + "{'id':7,'type':'VAELoader','mode':0,'widgets_values':['inner.safetensors']},"
                + "{'id':8,'type':'UNETLoader','mode':0,'widgets_values':['u.safetensors','default']}],'links':[]}]}";
        var instance = "{'id':1,'type':'" + id + "','mode':%d,'widgets_values':['outer.safetensors'],"
                + "'properties':{'proxyWidgets':[['7','vae_name']]}}";
        assertThat(models(canvas(OURS, String.format(instance, 0), inner)))
                .containsExactly("vae/outer.safetensors", "diffusion_models/u.safetensors");
        assertThat(models(canvas(OURS, String.format(instance, 4), inner)))
                .containsExactly("off vae/outer.safetensors", "off diffusion_models/u.safetensors");
    }

    @Test
    void looksIntoGroupNodes() {
        var group = ",'extra':{'groupNodes':{'loaders':{'nodes':["
                + "{'type':'VAELoader','widgets_values':['inner.safetensors']}],'links':[]}}}";
        var needs = canvas(OURS, node("workflow>loaders", "['outer.safetensors']"), group);
        assertThat(models(needs)).containsExactly("vae/outer.safetensors");
        assertThat(needs.packs()).isEmpty();
    }

    @Test
    void knowsTheFilesOfALoaderThatOnlyTheServerKnows() {
        var files = "[['x.safetensors','y.safetensors']]";
        var server = NodeDefinitions.fromObjectInfo(json("{'LoraLoader':{'input':{'required':{'lora_name':" + files
                + "}}},'Odd':{'input':{'required':{'which':" + files + ",'how':[['fast','slow']]}},"
                + "'python_module':'custom_nodes.odd'}}"));
        assertThat(models(canvas(server.or(OURS), node("Odd", "['z.safetensors','fast']"), "")))
                .containsExactly("loras/z.safetensors");
        assertThat(models(node("Odd", "['z.safetensors','fast']"))).containsExactly("/z.safetensors?");
    }

    @Test
    void doesNotTakeWordsAndAddressesForModels() {
        var info = NodeDefinitions.fromObjectInfo(
                json("{'Odd':{'input':{'required':{'text':['STRING',{'multiline':true}],'address':['STRING',{}]}}}}"));
        assertThat(models(
                        canvas(info, node("Odd", "['a drawing of a vase.pt','https://a.example/b.safetensors']"), "")))
                .isEmpty();
        assertThat(models("{'id':1,'type':'Note','widgets_values':['try other.safetensors']}"))
                .isEmpty();
    }

    @Test
    void takesAnAuthorsNoteOnlyForTheModelItNames() {
        var noted = "'properties':{'models':[{'name':'%s','url':'https://a.example/a','directory':'vae','hash':'"
                + "ab".repeat(32) + "','hash_type':'SHA256'}]}";
        var loader = "{'id':1,'type':'VAELoader','widgets_values':['a.safetensors']," + noted + "}";
        var own = canvas(OURS, String.format(loader, "a.safetensors"), "").models();
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().noted().orElseThrow().sha256()).isPresent();
        var stale = canvas(OURS, String.format(loader, "b.safetensors"), "").models();
        assertThat(stale).hasSize(1);
        assertThat(stale.getFirst().noted()).isEmpty();
        var silent = "{'id':1,'type':'OddLoader','widgets_values':[]," + String.format(noted, "c.safetensors") + "}";
        assertThat(models(silent)).containsExactly("vae/c.safetensors");
    }

    @Test
    void findsLinksInNotes() {
        var nodes = node("VAELoader", "['a.safetensors']")
                + ",{'id':2,'type':'MarkdownNote','widgets_values':"
                + "['- [a.safetensors](https://civitai.com/api/download/models/5)']}";
        assertThat(canvas(OURS, nodes, "").models().getFirst().noted())
                .contains(new Noted("https://civitai.com/api/download/models/5", Optional.empty(), "", true));
    }

    @Test
    void namesThePackOfEveryForeignClass() {
        var needs = canvas(
                OURS,
                "{'id':1,'type':'Fast Groups Muter (rgthree)'},{'id':2,'type':'Whatever'},"
                        + "{'id':3,'type':'Own','properties':{'aux_id':'me/own','ver':'abc'}},"
                        + "{'id':4,'type':'KSampler'},{'id':5,'type':'Note'},"
                        + "{'id':6,'type':'New','properties':{'cnr_id':'comfy-core','ver':'9.9'}}",
                "");
        assertThat(needs.packs())
                .extracting(pack -> pack.id().orElse("?"))
                .containsExactly("rgthree-comfy", "?", "me/own");
        assertThat(needs.packs().get(1).classes()).containsExactly("Whatever");
        assertThat(needs.coreClasses()).containsExactly("KSampler", "New");
        assertThat(needs.coreVersions()).containsExactly("9.9");
    }

    @Test
    void readsTheApiFormat() {
        var prompt = json("{'1':{'class_type':'CheckpointLoaderSimple','inputs':{'ckpt_name':'a.ckpt'}},"
                + "'2':{'class_type':'Odd','inputs':{'model_name':'b.gguf','clip':['1',1]}}}");
        var needs =
                ((NeedsReader.Result.Read) new NeedsReader(OURS).read(Optional.of(prompt), Optional.empty())).needs();
        assertThat(models(needs)).containsExactly("checkpoints/a.ckpt", "diffusion_models/b.gguf?");
    }
}
