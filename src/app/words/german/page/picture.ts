/** The page: picture. */
import type { Catalogue } from '../../catalogue.ts'

export const picture: Catalogue = {
  'Picture of {1}': 'Bild von {1}',
  'On the host': 'Auf dem Host',
  'What is on the host is not known: tell about it to give its devices to the guest.':
    'Was auf dem Host ist, ist nicht bekannt: Angaben darüber machen, um dem Gast seine Geräte zu geben.',
  'Tell about the host': 'Über den Host berichten',
  'Take {1} back': '{1} zurücknehmen',
  'Give {1} to the guest': '{1} dem Gast geben',
  'Take back': 'Zurücknehmen',
  'Give to the guest': 'Dem Gast geben',
  'Shown as': 'Gezeigt als',
  Drawing: 'Zeichnung',
  'Dashed: libvirt adds it': 'Gestrichelt: fügt libvirt hinzu',
  'The picture is not up to date. {1}': 'Das Bild ist nicht aktuell. {1}',
  'Download the picture as SVG': 'Bild als SVG herunterladen',
  '{1} goes to the guest': '{1} geht an den Gast',
  '{1} stays with the host': '{1} bleibt beim Host',
}
