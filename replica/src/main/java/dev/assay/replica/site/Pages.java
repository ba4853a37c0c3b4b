package dev.assay.replica.site;

/** HTML that comes where JSON was expected. */
final class Pages {

    private Pages() {}

    static String notFound() {
        return page("404: This page could not be found", "<h1>404</h1><h2>This page could not be found.</h2>");
    }

    static String maintenance() {
        return page("Maintenance", "<h1>We will be right back</h1><p>The site is under maintenance.</p>");
    }

    static String challenge() {
        return page("Just a moment...", "<h1>Checking your browser</h1><p>Enable JavaScript and cookies.</p>");
    }

    static String login() {
        return page("Sign in", "<h1>Sign in</h1><form action=\"/login\"><button>Continue</button></form>");
    }

    static String blocked() {
        return page("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1><p>Error 1020</p>");
    }

    static String rateLimited() {
        return page("Access denied | Cloudflare", "<h1>Error 1015</h1><p>You are being rate limited.</p>");
    }

    static String gateway(int status) {
        return page("Error " + status, "<h1>Error " + status + "</h1><p>The origin web server did not answer.</p>");
    }

    static String page(String title, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body>" + body + "</body></html>\n";
    }
}
