"""Runs on a lab host that nobody else uses: its engine loads the learners' images, then each image gets a folder with what
a fresh engine has to find in its data folder to have that image: names, configuration, and links to the layers."""
import hashlib, json, os, shutil, subprocess, time

DATA = "/var/lib/docker"
SHARED = "/usr/share/patchbay/images"
LAYERS, INDEX = f"{SHARED}/.engine/overlay2", f"{SHARED}/.engine/image/overlay2"
CONTENT, CHAINS = "imagedb/content/sha256", "layerdb/sha256"


def load():
    engine = subprocess.Popen(["dockerd", "--bridge=none", "--iptables=false", "--ip6tables=false", "--log-level=error"])
    while subprocess.call(["docker", "version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) != 0:
        if engine.poll() is not None:
            raise SystemExit(f"dockerd ended with {engine.returncode}")
        time.sleep(0.05)
    subprocess.check_call(["docker", "load", "--quiet", "--input", "/learner.tar"])
    engine.terminate()
    engine.wait()


def text(path):
    with open(path) as file:
        return file.read()


def write(path, content):
    with open(path, "w") as file:
        file.write(content)


def copy(source, target, *names):
    os.makedirs(target, exist_ok=True)
    for name in names:
        if os.path.exists(f"{source}/{name}"):
            shutil.copy2(f"{source}/{name}", f"{target}/{name}")


def chains(layers):
    """The names under which an engine lists the layers of an image, the lowest first."""
    name = ""
    for layer in layers:
        name = "sha256:" + hashlib.sha256(f"{name} {layer}".encode()).hexdigest() if name else layer
        yield name.removeprefix("sha256:")


def link_layer(chain, folder):
    entry = f"{folder}/image/overlay2/{CHAINS}/{chain}"
    copy(f"{INDEX}/{CHAINS}/{chain}", entry, "cache-id", "diff", "parent", "size")
    os.symlink(f"{INDEX}/{CHAINS}/{chain}/tar-split.json.gz", f"{entry}/tar-split.json.gz")
    layer = text(f"{entry}/cache-id")
    copy(f"{LAYERS}/{layer}", f"{folder}/overlay2/{layer}", "committed", "link", "lower")
    os.symlink(f"{LAYERS}/{layer}/diff", f"{folder}/overlay2/{layer}/diff")
    os.makedirs(f"{folder}/overlay2/l", exist_ok=True)
    os.symlink(f"../{layer}/diff", f"{folder}/overlay2/l/{text(f'{LAYERS}/{layer}/link')}")


def lay_out(name, tags):
    folder = f"{SHARED}/{name}/docker"
    image = tags[f"{name}:latest"].removeprefix("sha256:")
    copy(f"{INDEX}/{CONTENT}", f"{folder}/image/overlay2/{CONTENT}", image)
    for chain in chains(json.loads(text(f"{INDEX}/{CONTENT}/{image}"))["rootfs"]["diff_ids"]):
        link_layer(chain, folder)
    write(f"{SHARED}/{name}/repository", json.dumps({name: tags})[1:-1])


load()
os.makedirs(f"{SHARED}/.engine")
subprocess.check_call(["cp", "-a", f"{DATA}/overlay2", f"{DATA}/image", f"{SHARED}/.engine"])
for name, tags in json.loads(text(f"{INDEX}/repositories.json"))["Repositories"].items():
    lay_out(name, tags)
