/** The page: verdict-and-why. */
import type { Catalogue } from '../../catalogue.ts'

export const verdictAndWhy: Catalogue = {
  'Will it start?': 'Wird sie starten?',
  'Started by': 'Gestartet von',
  'Nothing is known of your host: what is there is ticked when it is.':
    'Über Ihren Host ist nichts bekannt: Was da ist, wird abgehakt, wenn es bekannt ist.',
  Yes: 'Ja',
  No: 'Nein',
  'Not known': 'Nicht bekannt',
  Wrong: 'Falsch',
  'To do': 'Zu tun',
  Done: 'Erledigt',
  'what tells': 'was es zeigt',
  'the command': 'den Befehl',
  'What virsh, virt-manager, QEMU, a helper or the journal said':
    'Was virsh, virt-manager, QEMU, ein Helfer oder das Journal sagte',
  'Paste the message, as it came: lines that were broken, times and names around it do no harm.':
    'Die Meldung einfügen, wie sie kam: Umbrüche, Zeiten und Namen darin stören nicht.',
  'What explains messages could not do it: try again when there is a connection, or with a shorter text.':
    'Was Meldungen erklärt, konnte es nicht: Versuchen Sie es wieder, wenn es eine Verbindung gibt, oder mit einem kürzeren Text.',
  'The text is long: only its end was looked at.': 'Der Text ist lang: Nur sein Ende wurde betrachtet.',
  Answers: 'Antworten',
  'Not known of it:': 'Davon nicht bekannt:',
  'Nothing is known of this message:': 'Zu dieser Meldung ist nichts bekannt:',
  'It may be a translation: run the command again with <code>LC_ALL=C</code> before it.':
    'Vielleicht ist sie übersetzt: den Befehl noch einmal mit <code>LC_ALL=C</code> davor ausführen.',
  'The end of the VM’s log often says more. Paste that, too:':
    'Das Ende des Logs der VM sagt oft mehr. Fügen Sie auch das ein:',
  'There is no message in the text.': 'In dem Text ist keine Meldung.',
  '<code>{1}</code> for “{2}”': '<code>{1}</code> für „{2}“',
}
