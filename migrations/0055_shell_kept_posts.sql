-- A kept form is encrypted and belongs to the person who typed it. What lies there in clear, passwords included, goes at once.
truncate shell.kept_posts;
alter table shell.kept_posts
    drop column key_hash,
    drop column fields,
    add column account_id uuid not null,
    add column content bytea not null,
    add constraint kept_posts_account_id_fkey foreign key (account_id) references shell.accounts (id);
create index kept_posts_account_id_idx on shell.kept_posts (account_id);
