package dev.assay.app.packing;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;

/**
 * Class files of before Java 6, as picocli has them. They carry no stack maps, so that the JVM checks them the slow way
 * at every start, and keeps them out of its archive: a third of the time of a short command. Here they get stack maps.
 */
final class OldClass {

    private static final ClassFile FORMAT = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS);

    private OldClass() {}

    /** The same class in the form of today; what is not old stays as it is. */
    static byte[] modernised(byte[] content) {
        var old = FORMAT.parse(content);
        if (old.majorVersion() >= ClassFile.JAVA_6_VERSION) {
            return content;
        }
        return FORMAT.build(old.thisClass().asSymbol(), builder -> old.forEach(element -> copy(element, builder)));
    }

    private static void copy(ClassElement element, ClassBuilder builder) {
        switch (element) {
            case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            case MethodModel method -> copy(method, builder);
            default -> builder.with(element);
        }
    }

    private static void copy(MethodModel method, ClassBuilder builder) {
        builder.withMethod(
                method.methodName(), method.methodType(), method.flags().flagsMask(), copied -> {
                    method.forEach(element -> {
                        if (element instanceof CodeModel code) {
                            copied.withCode(instructions -> code.forEach(instructions::with));
                        } else {
                            copied.with(element);
                        }
                    });
                });
    }
}
