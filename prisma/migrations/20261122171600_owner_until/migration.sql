-- Until when somebody was an owner: whoever is one no more still hears for a while where the money goes.
ALTER TABLE "user" ADD COLUMN owner_until timestamptz(3);

UPDATE "user" SET owner_until = removed_at WHERE role = 'owner' AND removed_at IS NOT NULL;
