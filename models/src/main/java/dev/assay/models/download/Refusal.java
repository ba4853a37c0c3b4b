package dev.assay.models.download;

/** Why a source does not give a file. */
public enum Refusal {
    /** Only to those who have signed in; a key may help. */
    SIGN_IN,
    /** Only to those who have paid, for now. */
    EARLY_ACCESS,
    /** The author has disabled downloads; a key does not help. */
    DISABLED,
    /** The model has been archived. */
    ARCHIVED,
    /** No such file, or none that this caller may see. */
    NOT_FOUND,
    /** Too many downloads; it may work again after hours. */
    QUOTA,
    /** This caller may not have it. */
    FORBIDDEN,
    /** The question itself was not understood. */
    NOT_UNDERSTOOD
}
