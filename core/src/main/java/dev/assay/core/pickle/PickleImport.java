package dev.assay.core.pickle;

import java.util.Set;

/**
 * Something that a pickle makes Python import, and mostly call, when it is loaded.
 *
 * @param module such as {@code torch._utils}; may be anything
 * @param name in it
 */
public record PickleImport(String module, String name) {

    /** What it means that a pickle imports it. */
    public enum Judgement {
        /** What weights are made of. */
        PLAIN,
        /** Nothing that weights need; what it does is up to the code of that name. */
        UNUSUAL,
        /** Known for running anything at all. */
        DANGEROUS
    }

    /**
     * What plain weights need: after {@code modules/safe.py} of A1111's web UI, and what {@code torch.load} itself lets pass
     * with {@code weights_only}.
     */
    private static final Set<String> PLAIN = Set.of(
            "collections.OrderedDict",
            "collections.defaultdict",
            "_codecs.encode",
            "numpy.core.multiarray.scalar",
            "numpy.core.multiarray._reconstruct",
            "numpy._core.multiarray.scalar",
            "numpy._core.multiarray._reconstruct",
            "numpy.dtype",
            "numpy.ndarray",
            "torch.Size",
            "torch.device",
            "torch.Tensor",
            "torch._tensor._rebuild_from_type_v2",
            "torch.nn.parameter.Parameter",
            "torch.nn.modules.container.ParameterDict",
            "torch.serialization._get_layout",
            "torch.storage.UntypedStorage",
            "torch.storage.TypedStorage",
            "pytorch_lightning.callbacks.ModelCheckpoint",
            "pytorch_lightning.callbacks.model_checkpoint.ModelCheckpoint",
            "copyreg._reconstructor",
            "copy_reg._reconstructor");

    /** Built in, and nothing but kinds of values. */
    private static final Set<String> VALUES = Set.of(
            "set",
            "frozenset",
            "dict",
            "list",
            "tuple",
            "str",
            "bytes",
            "bytearray",
            "int",
            "long",
            "float",
            "complex",
            "bool",
            "slice",
            "range",
            "object");

    /** Numbers that everything is made of, such as {@code torch.float16}. */
    private static final Set<String> DTYPES = Set.of(
            "float16",
            "float32",
            "float64",
            "bfloat16",
            "half",
            "float",
            "double",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint8",
            "bool",
            "float8_e4m3fn",
            "float8_e5m2");

    /** After {@code picklescan}'s list; a module stands for all below it. */
    private static final Set<String> DANGEROUS_MODULES = Set.of(
            "os",
            "posix",
            "nt",
            "posixpath",
            "ntpath",
            "sys",
            "subprocess",
            "commands",
            "pty",
            "shutil",
            "socket",
            "ssl",
            "runpy",
            "importlib",
            "pkgutil",
            "imp",
            "code",
            "codeop",
            "pdb",
            "bdb",
            "pip",
            "pickle",
            "_pickle",
            "cPickle",
            "dill",
            "cloudpickle",
            "joblib",
            "marshal",
            "types",
            "functools",
            "operator",
            "_operator",
            "ctypes",
            "asyncio",
            "multiprocessing",
            "threading",
            "timeit",
            "trace",
            "webbrowser",
            "requests",
            "urllib",
            "urllib2",
            "http",
            "httplib",
            "httpx",
            "aiohttp",
            "ftplib",
            "smtplib",
            "io",
            "inspect",
            "gc",
            "venv",
            "ensurepip",
            "idlelib",
            "lib2to3",
            "pydoc",
            "doctest",
            "cProfile",
            "profile",
            "?");

    private static final Set<String> DANGEROUS = Set.of(
            "torch.load",
            "torch.hub.load",
            "torch.jit.load",
            "torch.utils._config_module.load_config",
            "torch.utils.collect_env.run",
            "numpy.load",
            "numpy.testing._private.utils.runstring");

    /** As it is written in Python. */
    public String words() {
        return module + "." + name;
    }

    public Judgement judgement() {
        var words = words();
        if (PLAIN.contains(words) || isOfTorch() || (isBuiltin(module) && VALUES.contains(name))) {
            return Judgement.PLAIN;
        }
        var dot = module.indexOf('.');
        var first = dot < 0 ? module : module.substring(0, dot);
        return DANGEROUS_MODULES.contains(first) || isBuiltin(first) || DANGEROUS.contains(words)
                ? Judgement.DANGEROUS
                : Judgement.UNUSUAL;
    }

    /** Anything built in that is not plain: {@code eval}, {@code exec}, {@code getattr}, {@code open}… */
    private static boolean isBuiltin(String module) {
        return module.equals("builtins") || module.equals("__builtin__");
    }

    private boolean isOfTorch() {
        return (module.equals("torch") && (name.endsWith("Storage") || DTYPES.contains(name)))
                || (module.equals("torch.cuda") && name.endsWith("Storage"))
                || (module.equals("torch._utils") && name.startsWith("_rebuild_"));
    }
}
