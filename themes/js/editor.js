// A rich text editor over each textarea[data-editor]; the textarea keeps the value that is sent.
import { Editor, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

const icons = '/_content/Saas.Themes/icons.svg#';
const tools = [
  { label: 'Titre', text: 'Titre', run: chain => chain.toggleHeading({ level: 2 }), active: ['heading', { level: 2 }] },
  { label: 'Sous-titre', text: 'Sous-titre', run: chain => chain.toggleHeading({ level: 3 }), active: ['heading', { level: 3 }] },
  { label: 'Petit titre', text: 'Petit titre', run: chain => chain.toggleHeading({ level: 4 }), active: ['heading', { level: 4 }] },
  null,
  { label: 'Gras (Ctrl+B)', icon: 'type-bold', run: chain => chain.toggleBold(), active: ['bold'] },
  { label: 'Italique (Ctrl+I)', icon: 'type-italic', run: chain => chain.toggleItalic(), active: ['italic'] },
  { label: 'Lien (Ctrl+K)', icon: 'link-45deg', link: true, active: ['link'] },
  null,
  { label: 'Liste à puces', icon: 'list-ul', run: chain => chain.toggleBulletList(), active: ['bulletList'] },
  { label: 'Liste numérotée', icon: 'list-ol', run: chain => chain.toggleOrderedList(), active: ['orderedList'] },
  { label: 'Citation', icon: 'quote', run: chain => chain.toggleBlockquote(), active: ['blockquote'] },
  null,
  { label: 'Image de la bibliothèque', icon: 'image', medias: 'images' },
  { label: 'Document de la bibliothèque', icon: 'paperclip', medias: 'documents' },
  { label: 'Encadré', text: 'Encadré', run: chain => chain.toggleWrap('notice'), active: ['notice'] },
  { label: 'Texte à déplier', text: 'À déplier', run: chain => chain.insertContent({ type: 'fold', content: [{ type: 'foldTitle' }, { type: 'paragraph' }] }), active: ['fold'] },
  { label: 'Lien en bouton', text: 'Bouton', run: chain => chain.extendMarkRange('link').updateAttributes('link', { class: 'button' }), toggle: chain => chain.extendMarkRange('link').updateAttributes('link', { class: null }), active: ['link', { class: 'button' }], can: editor => editor.isActive('link') },
  null,
  { label: 'Annuler (Ctrl+Z)', icon: 'arrow-counterclockwise', run: chain => chain.undo(), can: editor => editor.can().undo() },
  { label: 'Rétablir (Ctrl+Maj+Z)', icon: 'arrow-clockwise', run: chain => chain.redo(), can: editor => editor.can().redo() },
];

// What the site keeps of each is in RichText: a picture and its words, a frame, words that unfold.
const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => Object.fromEntries(['src', 'alt', 'width', 'height', 'srcset'].map(name => [name, {
    default: null,
    parseHTML: element => element.querySelector('img')?.getAttribute(name),
  }])),
  parseHTML: () => [{ tag: 'figure', contentElement: figure => figure.querySelector('figcaption') ?? document.createElement('figcaption'), getAttrs: figure => figure.querySelector('img') ? null : false }],
  renderHTML: ({ HTMLAttributes }) => ['figure', ['img', HTMLAttributes], ['figcaption', 0]],
});
const Notice = Node.create({
  name: 'notice',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: () => ['aside', 0],
});
const shownAs = (tag, className) => () => {
  const dom = make(tag, { class: className });
  return { dom, contentDOM: dom };
};
const Fold = Node.create({
  name: 'fold',
  group: 'block',
  content: 'foldTitle block+',
  isolating: true,
  defining: true,
  parseHTML: () => [{ tag: 'details' }],
  renderHTML: () => ['details', 0],
  // A real one would fold itself while it is written in.
  addNodeView: () => shownAs('div', 'editor__fold'),
});
const FoldTitle = Node.create({
  name: 'foldTitle',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'summary' }],
  renderHTML: () => ['summary', 0],
  addNodeView: () => shownAs('p', 'editor__fold-title'),
});

document.querySelectorAll('textarea[data-editor]').forEach(enhance);

function enhance(area) {
  const label = area.labels[0];
  const frame = make('div', { class: 'editor' });
  const bar = make('div', { class: 'editor__tools', role: 'toolbar', 'aria-label': 'Mise en forme du texte' });
  const linkPanel = makeLinkPanel();
  const mediaPanel = area.dataset.medias ? makeMediaPanel(area.dataset.medias) : null;
  const offered = tools.filter(tool => !tool?.medias || mediaPanel);
  const place = make('div', { class: 'editor__text rich-text' });
  frame.append(bar, linkPanel, ...(mediaPanel ? [mediaPanel.panel] : []), place);
  area.before(frame);
  area.hidden = true;
  area.required = false;

  if (label && !label.id) {
    label.id = `${area.id}-label`;
  }

  const buttons = [];
  const described = area.getAttribute('aria-describedby');
  const editor = new Editor({
    element: place,
    injectCSS: false,
    content: area.value,
    extensions: [Figure, Notice, Fold, FoldTitle, StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: { openOnClick: false, autolink: true, defaultProtocol: 'https', HTMLAttributes: { target: null, rel: null, class: null } },
    })],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        ...(label ? { 'aria-labelledby': label.id } : { 'aria-label': 'Texte' }),
        ...(described ? { 'aria-describedby': described } : {}),
      },
      handleKeyDown: (_, event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
          openLink();
          return true;
        }

        return event.altKey && event.key === 'F10' && (current().focus(), true);
      },
    },
    onUpdate: () => {
      // The empty paragraph kept at the end, to write after a list, is not part of the text.
      area.value = editor.isEmpty ? '' : editor.getHTML().replace(/(<p><\/p>)+$/, '');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    onTransaction: refresh,
  });

  // A click on the label, or on a link of the error summary, reaches the text.
  label?.addEventListener('click', () => editor.commands.focus());
  area.addEventListener('focus', () => editor.commands.focus());
  document.querySelectorAll(`.error-summary a[href="#${area.id}"]`).forEach(link => link.addEventListener('click', event => {
    event.preventDefault();
    editor.commands.focus();
  }));

  for (const tool of offered) {
    if (!tool) {
      bar.append(make('span', { class: 'editor__rule', 'aria-hidden': 'true' }));
      continue;
    }

    const button = make('button', { type: 'button', title: tool.label, tabindex: buttons.length ? '-1' : '0' });
    if (tool.icon) {
      button.setAttribute('aria-label', tool.label);
      button.append(icon(tool.icon));
    } else {
      button.textContent = tool.text;
    }

    button.addEventListener('click', () => press(tool));
    buttons.push(button);
    bar.append(button);
  }

  bar.addEventListener('keydown', event => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = buttons[(to + buttons.length) % buttons.length];
      buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
      next.focus();
    } else if (event.key === 'Escape') {
      editor.commands.focus();
    }
  });
  refresh();

  function press(tool) {
    if (tool.link) {
      openLink();
    } else if (tool.medias) {
      mediaPanel.open(tool.medias);
    } else if (tool.toggle && editor.isActive(...tool.active)) {
      tool.toggle(editor.chain().focus()).run();
    } else if (!tool.can || tool.can(editor)) {
      tool.run(editor.chain().focus()).run();
    }
  }

  function current() {
    return buttons.find(button => button.tabIndex === 0);
  }

  function refresh() {
    buttons.forEach((button, index) => {
      const tool = offered.filter(Boolean)[index];
      if (tool.active) {
        button.setAttribute('aria-pressed', String(editor.isActive(...tool.active)));
      }

      if (tool.can) {
        button.setAttribute('aria-disabled', String(!tool.can(editor)));
      }
    });
  }

  function openLink() {
    linkPanel.hidden = false;
    const field = linkPanel.querySelector('input');
    field.value = editor.getAttributes('link').href ?? '';
    field.focus();
  }

  function closeLink() {
    linkPanel.hidden = true;
    editor.commands.focus();
  }

  // The list is the page of the library itself: whoever may open it here sees the same there.
  function makeMediaPanel(library) {
    const panel = make('div', { class: 'editor__medias', role: 'group', 'aria-label': 'Bibliothèque' });
    panel.hidden = true;
    const search = make('div', { class: 'toolbar' });
    const holder = make('div', { class: 'field field--search' });
    const field = make('input', { class: 'form-control', id: `${area.id}-medias`, type: 'search', autocomplete: 'off' });
    const fieldLabel = make('label', { for: field.id });
    const list = make('ul', {});
    const state = make('p', { class: 'muted small', role: 'status' });
    let kind = 'images';
    let turn = 0;
    holder.append(fieldLabel, field);
    search.append(holder, act('Chercher', 'btn btn-secondary', fill), act('Fermer', 'btn btn-link', close));
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        fill();
      }
    });
    field.addEventListener('input', event => event.stopPropagation());
    panel.addEventListener('keydown', event => event.key === 'Escape' && close());
    panel.append(search, state, list);
    return { panel, open };

    function open(wanted) {
      kind = wanted;
      fieldLabel.textContent = kind === 'images' ? 'Chercher une image par son nom' : 'Chercher un document par son nom';
      panel.hidden = false;
      field.focus();
      fill();
    }

    function close() {
      panel.hidden = true;
      editor.commands.focus();
    }

    async function fill() {
      const mine = ++turn;
      state.textContent = 'Recherche…';
      try {
        const answer = await fetch(`${library}?${new URLSearchParams({ q: field.value, sorte: kind })}`);
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (mine !== turn) {
          return;
        }

        if (!answer.ok || answer.redirected) {
          throw new Error();
        }

        const found = [...page.querySelectorAll('.media-card[data-src][data-described="true"]')];
        list.replaceChildren(...found.map(offer));
        state.textContent = found.length ? 'Choisissez : le fichier se place dans le texte, où est le curseur.' : 'Rien dans la bibliothèque ne correspond. Ajoutez le fichier depuis « Images et documents », dans un autre onglet.';
      } catch {
        list.replaceChildren();
        state.textContent = 'La bibliothèque ne répond pas. Votre texte est toujours là : réessayez dans un instant.';
      }
    }

    function offer({ dataset }) {
      const item = make('li', {});
      const choose = act(dataset.name, '', () => {
        insert(dataset);
        close();
      });
      if (dataset.thumbnail) {
        choose.prepend(make('img', { src: dataset.thumbnail, alt: '', loading: 'lazy' }));
      }

      item.append(choose);
      return item;
    }

    function insert({ src, name, alt, width, height, weight }) {
      const { from, to } = editor.state.selection;
      const words = editor.state.doc.textBetween(from, to, ' ') || name;
      editor.chain().focus().insertContent(kind === 'images'
        ? { type: 'figure', attrs: { src, alt: alt ?? '', width, height } }
        : { type: 'text', text: `${words} (${weight})`, marks: [{ type: 'link', attrs: { href: src } }] }).run();
    }
  }

  function makeLinkPanel() {
    const panel = make('div', { class: 'editor__link', role: 'group', 'aria-label': 'Lien' });
    panel.hidden = true;
    const field = make('input', { class: 'form-control', id: `${area.id}-link`, type: 'text', inputmode: 'url', placeholder: 'https://… ou /page-du-site' });
    const fieldLabel = make('label', { for: field.id });
    fieldLabel.textContent = 'Adresse du lien';
    const put = act('Mettre le lien', 'btn btn-secondary', apply);
    const drop = act('Retirer le lien', 'btn btn-link', () => {
      editor.chain().focus().extendMarkRange('link').unsetLink().run();
      closeLink();
    });
    const cancel = act('Annuler', 'btn btn-link', closeLink);
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        apply();
      }
    });
    // What is typed here is no field of the page's form.
    field.addEventListener('input', event => event.stopPropagation());
    panel.addEventListener('keydown', event => event.key === 'Escape' && closeLink());
    panel.append(fieldLabel, field, put, drop, cancel);
    return panel;

    function apply() {
      const href = address(field.value.trim());
      if (href) {
        const chain = editor.chain().focus().extendMarkRange('link').setLink({ href });
        (editor.state.selection.empty && !editor.isActive('link')
          ? editor.chain().focus().insertContent({ type: 'text', text: field.value.trim(), marks: [{ type: 'link', attrs: { href } }] })
          : chain).run();
      } else {
        editor.chain().focus().extendMarkRange('link').unsetLink().run();
      }

      closeLink();
    }
  }
}

function address(typed) {
  if (!typed || /^(https?:|mailto:|tel:|\/|#)/i.test(typed)) {
    return typed;
  }

  return /^[^\s@]+@[^\s@]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`;
}

function act(text, classes, run) {
  const button = make('button', { type: 'button', class: classes });
  button.textContent = text;
  button.addEventListener('click', run);
  return button;
}

function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', icons + name);
  svg.append(use);
  return svg;
}

function make(tag, attributes) {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
