package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.CharacterId;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.scorer.outbound.CampaignFiles;
import dev.callsheet.scorer.outbound.Register;
import dev.callsheet.scorer.outbound.ScoreFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Deletes what is known of a character whose consent is withdrawn. May be repeated: it ends in the same state. */
@ApplicationScoped
public class Withdrawals {
    private static final Logger LOG = Logger.getLogger(Withdrawals.class);

    private final Register register;
    private final ScoreFolder folders;
    private final CampaignFiles files;
    private final Campaigns campaigns;
    private final EventPublisher publisher;
    private final Clock clock;

    Withdrawals(
            Register register,
            ScoreFolder folders,
            CampaignFiles files,
            Campaigns campaigns,
            EventPublisher publisher,
            Clock clock) {
        this.register = register;
        this.folders = folders;
        this.files = files;
        this.campaigns = campaigns;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * First nothing new may be kept, then what is kept is deleted: reports, its part of campaigns, and last what tells
     * where those are, so that a withdrawal that was cut off finds its way again.
     *
     * @throws RuntimeException if the store or the broker is away
     */
    public void withdraw(Work.Withdrawal work) {
        TenantId tenant = work.tenant();
        CharacterId character = work.characterId();
        if (register.standing(tenant, character).registered() <= work.version()) {
            register.withdraw(tenant, character, work.version(), clock.instant());
        }
        int objects = 0;
        Set<String> touched = new TreeSet<>();
        List<Register.Shown> all = register.shown(tenant, character, work.version());
        for (Register.Shown shown : all) {
            objects += folders.erase(shown.report());
            String campaign = shown.campaign();
            if (campaign != null) {
                files.erase(tenant, campaign, shown.takeId(), character, work.name());
                touched.add(campaign);
            }
        }
        touched.forEach(campaign -> campaigns.draw(tenant, campaign));
        for (Register.Shown shown : all) {
            objects += register.erase(tenant, character, shown.takeId());
        }
        objects += register.erasePrototypes(tenant, character, work.version());
        if (register.standing(tenant, character).registered() > work.version()) {
            // It was registered anew, with a consent that this withdrawal does not mean.
            register.lift(tenant, character);
        } else {
            objects += register.eraseAll(tenant, character);
        }
        Fact fact = new Fact.CharacterErased(character, tenant, work.name(), work.version(), objects);
        publisher.publish(Topics.FACTS, character.toString(), fact.event(Scorings.SOURCE, clock.instant()));
        LOG.infof("character %s, version %d: %d objects deleted", character, work.version(), objects);
    }
}
