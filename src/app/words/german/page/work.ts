/** The page: work. */
import type { Catalogue } from '../../catalogue.ts'

export const work: Catalogue = {
  'The XML holds the design {1}, which is taken over with it':
    'Das XML enthält den Entwurf {1}, der mit ihm übernommen wird',
  'Started a new VM; the one before stays among the designs':
    'Neue VM begonnen; die vorige bleibt unter den Entwürfen',
  Designs: 'Entwürfe',
  'Export all as zip': 'Alle als Zip exportieren',
  'Import a zip': 'Zip importieren',
  'Every VM that was made or opened in this browser. They stay here, on this device alone, until they are deleted or the browser’s data is: export them to be safe.':
    'Jede VM, die in diesem Browser entstanden oder geöffnet worden ist. Sie bleiben hier, nur auf diesem Gerät, bis sie oder die Daten des Browsers gelöscht werden: Ein Export sichert sie.',
  'This browser keeps no database for this page, as in a private window: only the last 20 designs stay, and no history. Export them before you close it.':
    'Dieser Browser führt für diese Seite keine Datenbank, wie in einem privaten Fenster: Nur die letzten 20 Entwürfe bleiben, und kein Verlauf. Exportieren Sie sie, bevor Sie es schließen.',
  'Set aside': 'Beiseitegelegt',
  'What was stored and could not be opened. It stays until it is forgotten.':
    'Was gespeichert war und sich nicht öffnen ließ. Es bleibt, bis es vergessen wird.',
  'No new design in {1}': 'Kein neuer Entwurf in {1}',
  'Imported {1} from {2}': '{1} aus {2} importiert',
  '{1} designs': '{1} Entwürfe',
  '1 was there already': '1 war schon da',
  '{1} were there already': '{1} waren schon da',
  '{1} left out': '{1} weggelassen',
  'And {1} more.': 'Und {1} weitere.',
  'Bring back': 'Zurückholen',
  '{1} is deleted when this is closed': '{1} ist gelöscht, sobald dies geschlossen wird',
  open: 'geöffnet',
  'Open {1}': '{1} öffnen',
  'Rename {1}': '{1} umbenennen',
  Rename: 'Umbenennen',
  'Duplicate {1}': '{1} verdoppeln',
  Duplicate: 'Verdoppeln',
  'Download its vm.yml': 'Seine vm.yml herunterladen',
  'Download it as it is stored': 'Herunterladen, wie es gespeichert ist',
  'Delete {1}': '{1} löschen',
  Delete: 'Löschen',
  'New name of {1}': 'Neuer Name von {1}',
  '{1} is forgotten when this is closed': '{1} ist vergessen, sobald dies geschlossen wird',
  '{1} characters that this page {2}': '{1} Zeichen, die diese Seite {2}',
  'can’t read': 'nicht lesen kann',
  'did not read before': 'vorher nicht las',
  'opened without {1}': 'geöffnet ohne {1}',
  'this value': 'diesen Wert',
  'these {1} values': 'diese {1} Werte',
  'Forget {1}': '{1} vergessen',
  Forget: 'Vergessen',
  spec: 'Angaben',
  'open {1}': '{1} öffnen',
  'Opened {1}; {2} stays among the designs': '{1} geöffnet; {2} bleibt unter den Entwürfen',
  'Made {1} of {2}': '{1} aus {2} gemacht',
  'Renamed {1} to {2}': '{1} in {2} umbenannt',
  'Downloaded {1} with {2}': '{1} mit {2} heruntergeladen',
  'one design': 'einem Entwurf',
  'It is larger than {1} MiB and was not read.': 'Es ist größer als {1} MiB und wurde nicht gelesen.',
  '{1} is no vm.yml.': '{1} ist keine vm.yml.',
  '{1} has no VM in it{2}': '{1} enthält keine VM{2}',
  'The browser’s storage has no room for {1}.': 'Der Speicher des Browsers hat keinen Platz für {1}.',
  'Deleted {1}; it can be brought back until the list is closed':
    '{1} gelöscht; bis die Liste geschlossen wird, lässt sich das zurückholen',
  'Brought back {1}': '{1} zurückgeholt',
  'The browser’s storage has no room for {1}': 'Der Speicher des Browsers hat keinen Platz für {1}',
  'Forgot {1}': '{1} vergessen',
  'There are more than {1} files in it: the others were not read.':
    'Es sind mehr als {1} Dateien darin: Die übrigen wurden nicht gelesen.',
  '{1} could not be unpacked: {2}.': '{1} ließ sich nicht auspacken: {2}.',
  '{1} is larger than {2} MiB and was not read.': '{1} ist größer als {2} MiB und wurde nicht gelesen.',
  'It unpacks to more than {1} MiB: the rest was not read.':
    'Ausgepackt ist es mehr als {1} MiB: Der Rest wurde nicht gelesen.',
  '{1} is no text.': '{1} ist kein Text.',
  '{1} is packed in a way that this page can’t read.':
    '{1} ist auf eine Weise gepackt, die diese Seite nicht lesen kann.',
  'It is no whole zip: what is behind the first fault was not read.':
    'Es ist kein ganzes Zip: Was hinter dem ersten Fehler steht, wurde nicht gelesen.',
  '{1} is not whole.': '{1} ist nicht vollständig.',
  'It is no whole zip, or there is nothing in it.': 'Es ist kein ganzes Zip, oder es ist nichts darin.',
  'Here already': 'Schon hier',
  'Went to: {1}': 'Gegangen zu: {1}',
  'History of {1}': 'Verlauf von {1}',
  'The newest first. Going back takes nothing away: what came after stays above until something else is changed. The last {1} steps are there after a reload, too.':
    'Das Neueste zuerst. Zurückgehen nimmt nichts weg: Was danach kam, bleibt darüber stehen, bis etwas anderes geändert wird. Die letzten {1} Schritte sind auch nach einem Neuladen da.',
  'The newest first. This browser keeps no database for this page: the history ends with it.':
    'Das Neueste zuerst. Dieser Browser führt für diese Seite keine Datenbank: Der Verlauf endet mit ihr.',
  'Nothing was changed yet': 'Noch nichts wurde geändert',
  'Each change comes here, with its time.': 'Jede Änderung kommt hierher, mit ihrer Zeit.',
  Steps: 'Schritte',
  now: 'jetzt',
  undone: 'rückgängig gemacht',
  'as it was begun': 'wie begonnen',
  'the last step': 'den letzten Schritt',
  Notices: 'Hinweise',
  'Close the notice': 'Hinweis schließen',
  'Downloaded {1}': '{1} heruntergeladen',
  'a design without a name': 'ein Entwurf ohne Namen',
  'some of it is not right': 'etwas davon ist nicht richtig',
  'of another version of this page': 'von einer anderen Version dieser Seite',
  'Work of another version': 'Arbeit einer anderen Version',
  'a design': 'ein Entwurf',
  'host device': 'Gerät des Hosts',
  'The name should be a text.': 'Der Name sollte ein Text sein.',
  'This should be a text and the name of its VM.': 'Dies sollte ein Text und der Name seiner VM sein.',
  'This page has no field for it.': 'Diese Seite hat dafür kein Feld.',
  'What was being typed should be texts of XML or YAML.':
    'Was gerade getippt wurde, sollten Texte in XML oder YAML sein.',
  'follow another tab': 'einem anderen Tab folgen',
  'Took over what another tab changed; undo brings back what was here':
    'Übernommen, was ein anderer Tab geändert hat; rückgängig bringt zurück, was hier war',
  'take theirs': 'Stand des anderen nehmen',
  Show: 'Zeigen',
  'What downloads could not be loaded: reload the page when it can be reached':
    'Was herunterlädt, konnte nicht geladen werden: Laden Sie die Seite neu, wenn sie zu erreichen ist.',
  'The browser’s storage is full: the last changes to {1} are not kept. Download it before you leave.':
    'Der Speicher des Browsers ist voll: Die letzten Änderungen an {1} sind nicht gesichert. Laden Sie den Entwurf herunter, bevor Sie gehen.',
  'The browser’s storage is off for this page: {1} is not kept. Download it before you leave.':
    'Der Speicher des Browsers ist für diese Seite aus: {1} ist nicht gesichert. Laden Sie den Entwurf herunter, bevor Sie gehen.',
  ', as it was {1}': ', wie er {1} war',
  'The last changes to {1} did not fit into the browser’s storage and are gone. This is an older state{2}.':
    'Die letzten Änderungen an {1} passten nicht in den Speicher des Browsers und sind fort. Dies ist ein älterer Stand{2}.',
  '{1} could not be stored by the browser before the page was left, and is gone.':
    '{1} konnte vom Browser nicht gespeichert werden, bevor die Seite verlassen wurde, und ist fort.',
  '{1} does not fit among the designs: the browser’s storage is full. Undo brings it back until the page is left.':
    '{1} passt nicht zu den Entwürfen: Der Speicher des Browsers ist voll. Rückgängig bringt es zurück, bis die Seite verlassen wird.',
  'The browser’s storage is full: {1} dropped to keep the present one ({2}).':
    'Der Speicher des Browsers ist voll: {1} aufgegeben, um den jetzigen zu behalten ({2}).',
  'the oldest design was': 'der älteste Entwurf wurde',
  'the {1} oldest designs were': 'die {1} ältesten Entwürfe wurden',
  ' and {1} more': ' und {1} weitere',
  'a value that is': 'ein Wert, der',
  'values that are': 'Werte, die',
  'What was there is kept aside.': 'Was da war, ist beiseitegelegt.',
  'The browser’s storage has no room for what was there: copy it.':
    'Der Speicher des Browsers hat keinen Platz für das, was da war: Kopieren Sie es.',
  '{1} was opened without {2} not right: {3}{4}. {5}':
    '{1} wurde geöffnet ohne {2} nicht richtig: {3}{4}. {5}',
  'The saved work is of another version; it was kept aside and a new VM was started':
    'Die gespeicherte Arbeit ist von einer anderen Version; sie wurde beiseitegelegt und eine neue VM begonnen',
  'The saved work is of another version of this page. It is kept aside, and a new VM was started.':
    'Die gespeicherte Arbeit ist von einer anderen Version dieser Seite. Sie ist beiseitegelegt, und eine neue VM wurde begonnen.',
  'What is known about the host is not kept: the browser’s storage is {1} for this page.':
    'Was über den Host bekannt ist, wird nicht gesichert: Der Speicher des Browsers ist für diese Seite {1}.',
  'Another tab has changed this design too. Neither is lost: the one that you don’t take is kept among the designs.':
    'Ein anderer Tab hat diesen Entwurf auch geändert. Keiner geht verloren: Der nicht gewählte bleibt unter den Entwürfen.',
  'Another tab, with another version of this page, has changed the design. Reload to see it; {1} as it is here is kept among the designs.':
    'Ein anderer Tab mit einer anderen Version dieser Seite hat den Entwurf geändert. Neu laden zeigt ihn; {1}, wie es hier ist, bleibt unter den Entwürfen.',
  'Take theirs': 'Anderen nehmen',
  Reload: 'Neu laden',
  'Keep mine': 'Meinen behalten',
  'Opened {1} from {2}; {3} stays among the designs': '{1} aus {2} geöffnet; {3} bleibt unter den Entwürfen',
  'What reads texts': 'Was Texte liest',
  'What reads files': 'Was Dateien liest',
  'What opens files': 'Was Dateien öffnet',
  'the clipboard': 'der Zwischenablage',
  'the link of {1}': 'den Link von {1}',
  'Nothing about a host': 'Nichts über einen Host',
  'Read about the host from {1}: {2}': 'Über den Host gelesen aus {1}: {2}',
  'Line {1}: {2}': 'Zeile {1}: {2}',
  '{1} is larger than {2} MiB': '{1} ist größer als {2} MiB',
  'Only one VM is open at a time: opened {1}, left {2}':
    'Nur eine VM ist auf einmal offen: {1} geöffnet, {2} gelassen',
  'a vm.yml': 'eine vm.yml',
  'a configuration of Proxmox VE': 'eine Konfiguration von Proxmox VE',
  'a manifest of KubeVirt': 'ein Manifest von KubeVirt',
  'a command of virt-install': 'ein Kommando von virt-install',
  'a configuration of quickemu': 'eine Konfiguration von quickemu',
  'a VM of VMware': 'eine VM von VMware',
  'a VM of VirtualBox': 'eine VM von VirtualBox',
  'an appliance (OVF)': 'eine Appliance (OVF)',
  'a QEMU command line': 'eine QEMU-Kommandozeile',
  'No public key': 'Kein öffentlicher Schlüssel',
  'Took the SSH public key of {1}': 'Den öffentlichen SSH-Schlüssel von {1} übernommen',
  ' and of ': ' und von ',
  'Share {1}': '{1} teilen',
  'Copy the link': 'Link kopieren',
  'The whole design is in the link, of {1} characters. No server sees it; whoever gets the link can read all of it.':
    'Der ganze Entwurf steht im Link, in {1} Zeichen. Kein Server sieht ihn; wer den Link bekommt, kann alles lesen.',
  'Too long for one message of {1}: it would be cut or refused. Send it by mail, or download the YAML and send that.':
    'Zu lang für eine Nachricht von {1}: Sie würde gekürzt oder abgelehnt. Senden Sie den Link per Mail, oder laden Sie das YAML herunter und senden Sie das.',
  'These are in it:': 'Darin ist:',
  'Not in it: {1}.': 'Nicht darin ist: {1}.',
  'what you typed': 'was Sie getippt haben',
  'anything about the host': 'irgendetwas über den Host',
  'what is known of the host ({1})': 'was vom Host bekannt ist ({1})',
  'the comments of your YAML': 'die Kommentare Ihres YAML',
  'the comments and the order of your XML': 'die Kommentare und die Ordnung Ihres XML',
  'what undo holds': 'was rückgängig zu machen ist',
  'It is too long for a QR code, which holds {1} characters.':
    'Er ist zu lang für einen QR-Code, der {1} Zeichen fasst.',
  'The link as a QR code': 'Der Link als QR-Code',
  'What is better named before': 'Was vorher besser genannt wird',
  'There is no zip. {1}': 'Es gibt kein Zip. {1}',
  'Downloaded {1}.zip: unpack it on the host and run ./create.sh':
    '{1}.zip heruntergeladen: auf dem Host auspacken und ./create.sh ausführen',
  'What reads links': 'Was Links liest',
  'the link': 'der Link',
  'a link of this page': 'einem Link dieser Seite',
  'The design is too large for a link: download {1}.yml and send that':
    'Der Entwurf ist zu groß für einen Link: Laden Sie {1}.yml herunter und senden Sie das',
  'Copied the link to this design': 'Den Link zu diesem Entwurf kopiert',
}
