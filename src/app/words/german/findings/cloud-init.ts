/** What is found in cloud_init; `{1}` is what varies. */
import type { Catalogue } from '../../catalogue.ts'

export const cloudInit: Catalogue = {
  'The SSH public key is not known, so nothing that is written here holds one. Put your public key into the host facts as ssh_public_key.':
    'Der öffentliche SSH-Schlüssel ist nicht bekannt, daher enthält nichts hier Geschriebenes einen. Ihren öffentlichen Schlüssel als ssh_public_key in die Angaben über den Host eintragen.',
  'The SSH public key is not known, so nothing that is written here holds one. Make one with ssh-keygen on the host and put its public half into the host facts as ssh_public_key.':
    'Der öffentliche SSH-Schlüssel ist nicht bekannt, daher enthält nichts hier Geschriebenes einen. Mit ssh-keygen auf dem Host ein Paar machen und die öffentliche Hälfte als ssh_public_key in die Angaben über den Host eintragen.',
  'The SSH public key is not known, so nothing that is written here holds one. Put what is in {1} into the host facts as ssh_public_key.':
    'Der öffentliche SSH-Schlüssel ist nicht bekannt, daher enthält nichts hier Geschriebenes einen. Was in {1} steht, als ssh_public_key in die Angaben über den Host eintragen.',
  "{1} does not end in .pub: beside a key pair's private file lies its public one. Name that one, as only it goes into the guest.":
    '{1} endet nicht auf .pub: Neben der privaten Datei eines Schlüsselpaars liegt die öffentliche. Diese nennen, denn nur sie geht in den Gast.',
  'A private key stands in ssh_authorized_keys. Put the line of its .pub file there, and never give the private one away.':
    'In ssh_authorized_keys steht ein privater Schlüssel. Dort gehört die Zeile seiner .pub-Datei hin; den privaten nie aus der Hand geben.',
  'cloud_init.extra is not YAML and is left out: {1}.':
    'cloud_init.extra ist kein YAML und wird weggelassen: {1}.',
  'cloud_init.extra says something else than a list or map for {1}, which takes the place of what the other fields say. Write it in the same form so that both are kept.':
    'cloud_init.extra sagt für {1} etwas anderes als eine Liste oder Map und tritt damit an die Stelle der anderen Felder. In derselben Form geschrieben, bleibt beides erhalten.',
  '{1} has more than {2} items.': '{1} hat mehr als {2} Einträge.',
  '{1} needs {2}: without it cloud-init leaves it out. Add it.':
    '{1} braucht {2}: Ohne es lässt cloud-init es weg. Hinzufügen.',
  'cloud-init does not know {1} in {2}. Take it out.': 'cloud-init kennt {1} in {2} nicht. Herausnehmen.',
  'cloud-init does not know {1} in {2}. Did you mean {3}?':
    'cloud-init kennt {1} in {2} nicht. Ist {3} gemeint?',
  'This is a private key, which must never leave its owner. It is left out. Put the line of its .pub file here (ssh-keygen -y -f FILE prints it); where others have seen the private key, make a new one.':
    'Dies ist ein privater Schlüssel, der nie aus der Hand gegeben werden darf. Er wird weggelassen. Die Zeile seiner .pub-Datei hier eintragen (ssh-keygen -y -f FILE gibt sie aus); haben andere den privaten gesehen, einen neuen machen.',
  'A certificate in authorized_keys lets nobody in. Put the plain public key here, or the key of the authority with cert-authority before it.':
    'Ein Zertifikat in authorized_keys lässt niemanden ein. Den einfachen öffentlichen Schlüssel hier eintragen, oder den der Zertifizierungsstelle mit cert-authority davor.',
  'Nothing tells which distribution this is, so no SSH server is installed; one that is there is started. Say it in source.distro.':
    'Nichts sagt, welche Distribution dies ist, daher wird kein SSH-Server installiert; ein vorhandener wird gestartet. In source.distro sagen.',
  '{1} is no host name. Use letters, digits and hyphens, in parts of up to 63 with dots between.':
    '{1} ist kein Hostname. Buchstaben, Ziffern und Bindestriche verwenden, in Teilen bis 63 Zeichen mit Punkten dazwischen.',
  'ethernets is left out: it has to be a map of interfaces, such as "eth0: {dhcp4: true}".':
    'ethernets wird weggelassen: Es muss eine Map von Schnittstellen sein, etwa "eth0: {dhcp4: true}".',
  'Only version 2 knows ethernets; with version {1} cloud-init ignores them. Leave the version out.':
    'Nur Version 2 kennt ethernets; mit Version {1} übergeht cloud-init sie. Die Version weglassen.',
  'Remove cloud_init.network.version': 'cloud_init.network.version entfernen',
  'There is a user {1} above. cloud-init takes what the first one says; make it one.':
    'Weiter oben steht schon ein Benutzer {1}. cloud-init nimmt, was der erste sagt; einen daraus machen.',
  "{1} is not an absolute path, so where it ends up is cloud-init's choice. Begin it with a slash.":
    '{1} ist kein absoluter Pfad, daher wählt cloud-init, wo es landet. Mit einem Schrägstrich beginnen.',
  '{1} is not octal, so cloud-init takes 0644. Write four digits such as 0644.':
    '{1} ist nicht oktal, daher nimmt cloud-init 0644. Vier Ziffern schreiben, etwa 0644.',
  'cloud-init does not know the encoding {1} and writes the content as it is. Use b64 or gz+b64.':
    'cloud-init kennt die Kodierung {1} nicht und schreibt den Inhalt, wie er ist. b64 oder gz+b64 verwenden.',
}
