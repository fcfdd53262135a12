package org.specimen.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.specimen.index.FakePyPi;
import org.specimen.index.Wheels;

/**
 * A package that is called jupyterlab, starts as JupyterLab does, and speaks as much of its language as is needed: the
 * status and the first page for whoever has the token. {@code PUT /api/contents/FILE} writes a file of the project, and
 * {@code POST /api/shutdown} ends it (Jupyter Server, "REST API"). A file in the project tells it to fail: {@code die},
 * with what it says then; {@code hang}; {@code deaf}, which takes no token.
 */
public final class StandInJupyter {

    public static final String MODULE = """
            import argparse, http.server, json, os, pathlib, sys, threading, time

            parser = argparse.ArgumentParser()
            parser.add_argument("--no-browser", action="store_true", required=True)
            parser.add_argument("--allow-root", action="store_true")
            parser.add_argument("--ip", required=True)
            parser.add_argument("--port", type=int, required=True)
            parser.add_argument("--port-retries", type=int, required=True)
            options = parser.parse_args()
            token = pathlib.Path(os.environ["JUPYTER_TOKEN_FILE"]).read_text()
            if os.path.exists("die"):
                sys.exit(pathlib.Path("die").read_text())
            if os.path.exists("hang"):
                print("hanging", flush=True)
                time.sleep(600)
            if os.path.exists("deaf"):
                token = "another"

            class Handler(http.server.BaseHTTPRequestHandler):
                def answer(self, status, text=""):
                    self.send_response(status)
                    self.send_header("Content-Length", str(len(text)))
                    self.send_header("Connection", "close")
                    self.end_headers()
                    self.wfile.write(text.encode())

                def allowed(self):
                    given = self.headers.get("Authorization") == "token " + token or self.path.endswith("?token=" + token)
                    if not given:
                        self.answer(403)
                    return given

                def do_GET(self):
                    if self.allowed():
                        self.answer(200, json.dumps({"kernels": 0, "folder": os.getcwd(), "user": os.getuid()}))

                def do_PUT(self):
                    if self.allowed():
                        text = self.rfile.read(int(self.headers["Content-Length"]))
                        pathlib.Path(self.path.split("/")[-1]).write_bytes(text)
                        self.answer(201)

                def do_POST(self):
                    if self.allowed():
                        self.answer(200)
                        threading.Thread(target=server.shutdown).start()

                def log_message(self, form, *words):
                    print(form % words, token, file=sys.stderr, flush=True)

            server = http.server.ThreadingHTTPServer((options.ip, options.port), Handler)
            print("serving", os.environ.get("ONE_KEY"), flush=True)
            server.serve_forever()
            """;

    private StandInJupyter() {}

    /** Serves it as a release of JupyterLab. */
    public static void serve(FakePyPi index, String version) {
        Wheels.serve(
                index,
                "jupyterlab",
                version,
                Map.of("jupyterlab/__init__.py", "", "jupyterlab/__main__.py", MODULE),
                List.of());
    }

    public static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    /** Saves a file of the project. */
    public static int save(JupyterAddress address, String file, String text) throws IOException, InterruptedException {
        return send(asked(address, "/api/contents/" + file).PUT(HttpRequest.BodyPublishers.ofString(text)))
                .statusCode();
    }

    /** Shuts it down from within. */
    public static int shutDown(JupyterAddress address) throws IOException, InterruptedException {
        return send(asked(address, "/api/shutdown").POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private static HttpRequest.Builder asked(JupyterAddress address, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.port() + path))
                .header("Authorization", "token " + address.token());
    }

    /** Each time over a connection of its own: one server after the other has the same port. */
    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
